/** Feeds a recreated published evaluation through the public APIs and compares the report with what was printed. */
package org.mentoringcommons.deploy.local.demonstration;
