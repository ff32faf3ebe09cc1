package org.mentoringcommons.curriculum.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was made of versions that are published, ready to be sent again: their content never changes. Those asked for last
 * are kept, so many bytes of them. Who may read what is decided before; a page's name says for which readers it is.
 */
@ApplicationScoped
class ReadyPages {

    private static final int BYTES_AT_MOST = 8 << 20;
    /** A larger one would take the place of too many. */
    private static final int BYTES_OF_ONE = BYTES_AT_MOST / 8;

    private final ObjectMapper json;
    private final Map<String, byte[]> pages = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    ReadyPages(ObjectMapper json) {
        this.json = json;
    }

    /** @param name of what is made of the version, unlike that of anything else made of it */
    byte[] text(String curriculum, String version, Contents.Seal seal, String name, Supplier<String> made) {
        return page(curriculum, version, seal, name, () -> made.get().getBytes(StandardCharsets.UTF_8));
    }

    /** The same, of something that is written as JSON. */
    byte[] json(String curriculum, String version, Contents.Seal seal, String name, Supplier<?> made) {
        return page(curriculum, version, seal, name, () -> {
            try {
                return json.writeValueAsBytes(made.get());
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private byte[] page(String curriculum, String version, Contents.Seal seal, String name, Supplier<byte[]> made) {
        if (seal.status() == VersionStatus.DRAFT) {
            return made.get();
        }
        String whole = String.join("/", curriculum, version, seal.digest(), name);
        synchronized (pages) {
            byte[] ready = pages.get(whole);
            if (ready != null) {
                return ready;
            }
        }
        byte[] page = made.get(); // by two at once it is made twice
        if (page.length <= BYTES_OF_ONE) {
            keep(whole, page);
        }
        return page;
    }

    private void keep(String name, byte[] page) {
        synchronized (pages) {
            if (pages.putIfAbsent(name, page) == null) {
                bytes += page.length;
            }
            Iterator<byte[]> eldest = pages.values().iterator();
            while (bytes > BYTES_AT_MOST) {
                bytes -= eldest.next().length;
                eldest.remove();
            }
        }
    }
}
