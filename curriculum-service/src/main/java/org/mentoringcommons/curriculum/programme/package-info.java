/** What programmes require of their people in their years, and how far they have come. */
package org.mentoringcommons.curriculum.programme;
