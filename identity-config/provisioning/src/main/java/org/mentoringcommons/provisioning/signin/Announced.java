package org.mentoringcommons.provisioning.signin;

import java.util.Optional;

/**
 * What a campus says of itself at its address now.
 *
 * @param signedBy the certificate, of those known, by whose key that is signed; empty if it is by none: that it came by
 *     https, or shows a certificate known before, proves nothing, as anybody can write it who can write at that address
 */
record Announced(SamlMetadata metadata, Optional<String> signedBy) {}
