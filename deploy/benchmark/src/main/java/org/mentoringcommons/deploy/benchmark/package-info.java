/** Measures the running exchange beside what the same machine can do at best, in the same run. */
package org.mentoringcommons.deploy.benchmark;
