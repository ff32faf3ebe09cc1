package org.mentoringcommons.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where participants find the service's pages. */
@ApplicationScoped
public class PublicAddress {

    private final String base;

    public PublicAddress(@ConfigProperty(name = "survey.public-url") URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /** The address of a page; {@code path} begins with a slash. */
    public URI of(String path) {
        return URI.create(base + path);
    }
}
