package org.mentoringcommons.provisioning.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Public keys fit to sign in with, as a JSON Web Key Set that holds nothing else. Keys are only ever handed to us, never
 * fetched from an address: Keycloak would ask whatever host an institution names.
 */
record KeySet(String json, List<String> ids) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 10;
    private static final int RSA_BITS = 2048;
    private static final Map<String, Integer> COORDINATE_BYTES = Map.of("P-256", 32, "P-384", 48, "P-521", 66);
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /**
     * Checks keys as they came.
     *
     * @param field where they stand in the request, such as {@code keys.}, or empty
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every key that is none to sign in with
     */
    static KeySet of(PortalKeys wanted, String field) {
        if ((wanted.jwks() == null) == (wanted.pem() == null)) {
            throw refused(field + "jwks", "either jwks or pem must be given");
        }
        return wanted.jwks() == null ? ofPem(wanted.pem(), field + "pem") : ofJwks(wanted.jwks(), field + "jwks");
    }

    /** The ids of the keys of a set that {@link #of} made. */
    static List<String> idsOf(String json) {
        try {
            return JSON.readTree(json).get("keys").findValuesAsText("kid");
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeySet ofJwks(JsonNode jwks, String field) {
        JsonNode keys = jwks.path("keys");
        if (!keys.isArray() || keys.isEmpty() || keys.size() > MOST) {
            throw refused(field + ".keys", "must be a list of 1 to " + MOST + " keys");
        }
        ArrayNode kept = JSON.createArrayNode();
        List<Refusal.Violation> violations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            String objection = objection(keys.get(i), ids);
            if (objection != null) {
                violations.add(new Refusal.Violation(field + ".keys[" + i + "]", objection));
            } else {
                kept.add(publicPart(keys.get(i)));
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("keys-unfit", "A key is not fit to sign in with")
                    .violations(violations)
                    .problem();
        }
        return new KeySet(JSON.createObjectNode().set("keys", kept).toString(), kept.findValuesAsText("kid"));
    }

    private static String objection(JsonNode key, Set<String> ids) {
        if (PRIVATE.stream().anyMatch(key::has)) {
            return "is a private key: keep it, and make a new pair, since this one has left your hands";
        }
        if (!key.path("kid").isTextual()
                || key.get("kid").asText().isBlank()
                || key.get("kid").asText().length() > 100
                || !ids.add(key.get("kid").asText())) {
            return "needs a kid of its own, of at most 100 characters";
        }
        if (key.has("use") && !key.get("use").asText().equals("sig")) {
            return "is not for signing";
        }
        if (key.has("alg") && !ALGORITHMS.contains(key.get("alg").asText())) {
            return "alg must be one of "
                    + String.join(", ", ALGORITHMS.stream().sorted().toList());
        }
        return switch (key.path("kty").asText()) {
            case "RSA" ->
                decoded(key, "n").bitLength() < RSA_BITS || decoded(key, "e").signum() <= 0
                        ? "must be an RSA key of at least " + RSA_BITS + " bits"
                        : null;
            case "EC" ->
                COORDINATE_BYTES.containsKey(key.path("crv").asText())
                                && decoded(key, "x").signum() > 0
                                && decoded(key, "y").signum() > 0
                        ? null
                        : "must be an EC key on P-256, P-384 or P-521";
            default -> "kty must be RSA or EC";
        };
    }

    private static BigInteger decoded(JsonNode key, String member) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(key.path(member).asText());
            return new BigInteger(1, bytes);
        } catch (IllegalArgumentException unreadable) {
            return BigInteger.ZERO;
        }
    }

    private static ObjectNode publicPart(JsonNode key) {
        ObjectNode part = JSON.createObjectNode().put("use", "sig");
        for (String member : List.of("kty", "kid", "alg", "n", "e", "crv", "x", "y")) {
            if (key.has(member)) {
                part.set(member, key.get(member));
            }
        }
        return part;
    }

    private static KeySet ofPem(String pem, String field) {
        String body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(body);
            ObjectNode key = pem.contains("PRIVATE") ? null : jwk(encoded);
            if (key == null) {
                throw refused(field, "must be an RSA or EC public key");
            }
            return ofJwks(
                    JSON.createObjectNode().set("keys", JSON.createArrayNode().add(key)), field);
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            throw refused(field, "must be a public key between -----BEGIN PUBLIC KEY----- and its end");
        }
    }

    private static ObjectNode jwk(byte[] encoded) throws GeneralSecurityException {
        for (String kind : List.of("RSA", "EC")) {
            PublicKey key;
            try {
                key = KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded));
            } catch (GeneralSecurityException another) {
                continue;
            }
            ObjectNode jwk = JSON.createObjectNode();
            if (key instanceof RSAPublicKey rsa) {
                jwk.put("e", unsigned(rsa.getPublicExponent(), 0))
                        .put("kty", "RSA")
                        .put("n", unsigned(rsa.getModulus(), 0));
            } else if (key instanceof ECPublicKey ec) {
                String curve = "P-" + ec.getParams().getCurve().getField().getFieldSize();
                int bytes = COORDINATE_BYTES.getOrDefault(curve, 0);
                jwk.put("crv", curve)
                        .put("kty", "EC")
                        .put("x", unsigned(ec.getW().getAffineX(), bytes))
                        .put("y", unsigned(ec.getW().getAffineY(), bytes));
            }
            return jwk.put("kid", thumbprint(jwk.toString()));
        }
        return null;
    }

    /** RFC 7638: the required members in the order of their names are just what is hashed. */
    private static String thumbprint(String jwk) throws GeneralSecurityException {
        return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.UTF_8)));
    }

    private static String unsigned(BigInteger number, int least) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] padded = new byte[Math.max(least, bytes.length - from)];
        System.arraycopy(bytes, from, padded, padded.length - (bytes.length - from), bytes.length - from);
        return BASE64.encodeToString(padded);
    }

    private static RuntimeException refused(String field, String message) {
        return Refusal.badRequest("keys-unfit", "A key is not fit to sign in with")
                .violation(field, message)
                .problem();
    }
}
