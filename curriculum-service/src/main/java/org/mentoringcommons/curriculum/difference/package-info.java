/** What differs between two versions; pure. */
package org.mentoringcommons.curriculum.difference;
