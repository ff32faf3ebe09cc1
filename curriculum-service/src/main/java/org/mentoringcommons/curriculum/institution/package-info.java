/** What this service knows of institutions: its own copy of the facts that identity tells. */
package org.mentoringcommons.curriculum.institution;
