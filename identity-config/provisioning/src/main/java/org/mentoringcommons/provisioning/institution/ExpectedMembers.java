package org.mentoringcommons.provisioning.institution;

import java.util.Map;
import java.util.Set;

/** Which accounts an institution's organization shall have among its members, and with which roles. */
public interface ExpectedMembers {

    /** Roles by user name. */
    Map<String, Set<String>> of(String institution);
}
