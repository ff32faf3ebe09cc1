package org.mentoringcommons.curriculum.certificate;

import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A certificate that somebody has earned.
 *
 * @param minutes they were there
 * @param code by which anybody checks it, without any login
 * @param address where they do
 */
@Schema(
        name = "Certificate",
        examples =
                """
                {"participant": "0b7c1d52-8b0a-4a53-9b6e-7a3f3e0c9d11", "name": "Ada Example", "minutes": 240,
                 "code": "fA8sUT8_TwGKUw96156nwd7PY1…", "address": "https://curriculum.example/v/fA8sUT8_TwGKUw96156nwd7PY1…"}""")
record CertificateView(UUID participant, String name, int minutes, String code, URI address) {}
