package org.mentoringcommons.deploy.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All secrets of one state folder, made when first asked for and kept in {@code secrets.json}, which only its owner
 * can read. Written through at once and replaced atomically: a secret that something was started with is never lost.
 */
public final class Secrets {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int BYTES = 32;

    private final Path file;
    private final Map<String, String> known = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path data) {
        Secrets secrets = new Secrets(data.resolve("secrets.json"));
        try {
            if (Files.exists(secrets.file)) {
                JSON.readTree(secrets.file.toFile())
                        .properties()
                        .forEach(entry -> secrets.known.put(
                                entry.getKey(), entry.getValue().asText()));
            }
            return secrets;
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + secrets.file + ".", e);
        }
    }

    /** 32 random bytes as base64 with padding; the same ones on every call with this name. */
    public synchronized String bytes(String name) {
        return known.containsKey(name)
                ? known.get(name)
                : keep(name, Base64.getEncoder().encodeToString(drawn()));
    }

    /** 43 letters, digits, {@code -} and {@code _}: safe in a URL, a JAAS line and SQL. */
    public synchronized String password(String name) {
        return known.containsKey(name)
                ? known.get(name)
                : keep(name, Base64.getUrlEncoder().withoutPadding().encodeToString(drawn()));
    }

    /** Keeps a secret that somebody else made, such as a portal's. */
    public synchronized String keep(String name, String secret) {
        known.put(name, secret);
        write();
        return secret;
    }

    public synchronized Optional<String> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    private byte[] drawn() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private void write() {
        try {
            Path draft = file.resolveSibling("secrets.json.new");
            Files.deleteIfExists(draft);
            // private from its first moment, not after a chmod
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(draft.toFile(), known);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
