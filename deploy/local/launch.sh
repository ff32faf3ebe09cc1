# Read by deploy/up, deploy/down and deploy/token: builds the launcher and the services, and starts the launcher.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
libraries=(identity-config/realm identity-config/tenancy identity-config/audit exchange)
services=(identity-config/provisioning curriculum-service survey-service analytics-service)

# What the build of a program leaves behind.
artifact() {
  case $1 in
    deploy/local) echo "$root/$1/target/class-path" ;;
    *) echo "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

# Whether a program is missing or older than what it is made from: its own sources, the libraries, the versions.
# The stamp is the start of its last build here, for builds that found nothing to change.
stale() {
  local built=$1 newest input inputs=("$root/pom.xml")
  newest=$(artifact "$built")
  [ -e "$newest" ] || return 0
  local stamp=$root/$built/target/deploy-up.stamp
  if [ "$stamp" -nt "$newest" ]; then newest=$stamp; fi
  for input in "$built" "${libraries[@]}"; do
    inputs+=("$root/$input/pom.xml")
    if [ -d "$root/$input/src/main" ]; then inputs+=("$root/$input/src/main"); fi
  done
  [ -n "$(find "${inputs[@]}" -newer "$newest" -print -quit)" ]
}

# With --services only the launcher: who picks services is working on one, and has built it.
build() {
  local program list='' start programs=(deploy/local)
  case " $* " in
    *' --help '*) return 0 ;;
    *' --services '*) ;;
    *) programs+=("${services[@]}") ;;
  esac
  for program in "${programs[@]}"; do
    if stale "$program"; then list+="${list:+,}$program"; fi
  done
  [ -n "$list" ] || return 0
  echo "building $list"
  start=$(mktemp)
  mvn -q -B -Dstyle.color=never -f "$root/pom.xml" -DskipTests package -pl "$list" -am
  for program in ${list//,/ }; do touch -r "$start" "$root/$program/target/deploy-up.stamp"; done
  rm -f "$start"
}

launch() {
  if ! [ -e "$(artifact deploy/local)" ]; then
    echo "Nothing is built yet: deploy/up builds and starts it." >&2
    exit 1
  fi
  exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xms16m -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$(echo "$root"/deploy/local/target/local-*-SNAPSHOT.jar):$(cat "$(artifact deploy/local)")" \
    org.mentoringcommons.deploy.local.Launcher "$root" "$@"
}
