package org.mentoringcommons.provisioning.bulk;

import org.mentoringcommons.provisioning.institution.NewInstitution;

/**
 * One institution of a file.
 *
 * @param number the line it stands in
 * @param institution whose administrator is null if the file names none
 */
record ImportLine(int number, NewInstitution institution) {}
