/** What is taught, when and by which institution it was delivered, and who was there. */
package org.mentoringcommons.curriculum;
