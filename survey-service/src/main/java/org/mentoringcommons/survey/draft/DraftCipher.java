package org.mentoringcommons.survey.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mentoringcommons.survey.seal.Seals;

/**
 * Encrypts drafts with AES-256-GCM under a key of each person and protocol, derived from the pseudonyms' secret. The
 * place where a draft is kept is authenticated with it: a row copied elsewhere in the database does not open.
 */
@ApplicationScoped
class DraftCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seals seals;
    private final ObjectMapper json;

    DraftCipher(Seals seals, ObjectMapper json) {
        this.seals = seals;
        this.json = json;
    }

    /** What a draft of this person is found by. */
    byte[] key(byte[] pseudonym) {
        return seals.hash(Seals.Purpose.DRAFT, pseudonym);
    }

    byte[] seal(byte[] pseudonym, byte[] place, DraftContent content) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] hidden =
                    cipher(Cipher.ENCRYPT_MODE, pseudonym, nonce, place).doFinal(json.writeValueAsBytes(content));
            byte[] sealed = Arrays.copyOf(nonce, NONCE + hidden.length);
            System.arraycopy(hidden, 0, sealed, NONCE, hidden.length);
            return sealed;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a draft could not be sealed"); // without the cause, which may quote it
        }
    }

    DraftContent open(byte[] pseudonym, byte[] place, byte[] sealed) {
        try {
            byte[] content = cipher(Cipher.DECRYPT_MODE, pseudonym, Arrays.copyOf(sealed, NONCE), place)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            return json.readValue(content, DraftContent.class);
        } catch (GeneralSecurityException | IOException altered) {
            throw new IllegalStateException("a draft was altered outside this service");
        }
    }

    private Cipher cipher(int mode, byte[] pseudonym, byte[] nonce, byte[] place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        byte[] key = seals.hash(Seals.Purpose.DRAFT_CONTENT, pseudonym);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }
}
