package org.mentoringcommons.provisioning.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mentoringcommons.provisioning.institution.ExportedPart;

/** An institution's portals, as they are listed. */
@ApplicationScoped
class ExportedPortals implements ExportedPart {

    private final Portals portals;

    ExportedPortals(Portals portals) {
        this.portals = portals;
    }

    @Override
    public String name() {
        return "portals";
    }

    @Override
    public List<?> of(String institution) {
        return portals.all(institution);
    }
}
