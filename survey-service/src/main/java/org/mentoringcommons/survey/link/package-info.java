/** What admits without signing in, and on whose account it goes. */
package org.mentoringcommons.survey.link;
