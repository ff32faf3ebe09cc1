/** Who belongs to an institution, with which roles there. */
package org.mentoringcommons.provisioning.member;
