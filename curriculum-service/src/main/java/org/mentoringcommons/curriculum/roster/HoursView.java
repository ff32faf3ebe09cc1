package org.mentoringcommons.curriculum.roster;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long each person was there.
 *
 * @param minutes of all sessions together
 * @param people in the order of the roster; who withdrew is among them if they had been there
 */
@Schema(
        examples =
                """
                {"workshop": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "minutes": 240, "people": [
                 {"participant": "0b7c1d52-8b0a-4a53-9b6e-7a3f3e0c9d11", "name": "Ada Example", "withdrawn": false,
                  "sessions": 2, "minutes": 210}]}""")
record HoursView(UUID workshop, int minutes, List<Received> people) {}
