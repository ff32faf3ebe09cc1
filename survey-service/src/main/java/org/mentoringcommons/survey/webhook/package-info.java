/** Tells an institution's own systems what happened, by signed messages to addresses that it gave. */
package org.mentoringcommons.survey.webhook;
