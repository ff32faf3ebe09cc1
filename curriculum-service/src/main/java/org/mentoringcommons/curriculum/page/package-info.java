/** Pages and documents for people who are not signed in. */
package org.mentoringcommons.curriculum.page;
