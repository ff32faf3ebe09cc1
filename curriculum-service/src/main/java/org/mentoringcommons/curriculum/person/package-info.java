/** People of an institution as far as they came to their worksheets themselves: by account, to be named by each other. */
package org.mentoringcommons.curriculum.person;
