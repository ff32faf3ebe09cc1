package org.mentoringcommons.provisioning.drift;

import java.util.List;
import org.mentoringcommons.provisioning.institution.InstitutionView;

/** Something an institution may have besides its organization and the members of it. */
public interface Besides {

    /** What differs of it; nothing if the institution has none. */
    List<Difference> of(InstitutionView institution);
}
