/** How lists are cut into pages. */
package org.mentoringcommons.curriculum.paging;
