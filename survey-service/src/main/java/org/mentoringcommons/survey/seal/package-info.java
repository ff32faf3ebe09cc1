/** What this service vouches for without keeping it, and keyed hashes: all under secrets outside the database. */
package org.mentoringcommons.survey.seal;
