#!/usr/bin/env bash
# Compares the analyzer with grep, ripgrep, mawk, a plain Java program and wc on the same generated logs: whole processes, wall
# time, page cache warm. Prints one Markdown table of medians.
#
#   benchmarks/compare.sh [--size MB] [--rounds N] [--dir DIR] [--keep]
#
#   --size MB    size of the logs in MiB (default 1024); about two and a half times as much is needed on disk
#   --rounds N   how often each command is timed, in turn with the others (default 5)
#   --dir DIR    make the logs in a new directory below DIR (default: TMPDIR or /tmp)
#   --keep       leave the logs and all outputs there when done
#
# Before anything is timed the commands are held to what the generator knows that it wrote. Exit code: 0 all agree, 1 counts
# disagree (standard error says which), 2 wrong arguments, something missing, or a command failed. Times never fail.
#
# Installs ripgrep, mawk and pigz by apt-get where they are missing. Needs bash 5, a JDK 17 or newer and, where the analyzer is
# not built yet, Maven. Settings: JAVA_HOME or java on the PATH.
set -euo pipefail
export LC_ALL=C.UTF-8 # Java needs it for names of files; grep and sort run in the C locale, where they are fastest

home=$(cd -P "$(dirname "$0")/.." && pwd)
seed=20251024
pieces=10000
# Free-standing tokens; plain ASCII word boundaries, since ideographs are no part of a number.
pattern='(?-u:\b)(?:[0-9]{7}|E[0-9]{7}_[A-Z0-9_]+|APIGW_[A-Z0-9_]+|APIGATEWAY_[A-Z0-9_]+)(?-u:\b)'

say() {
  echo "compare: $*" >&2
}

die() {
  say "$*"
  exit 2
}

# ---- Arguments ----------------------------------------------------------------------------------------------------------

size=1024
rounds=5
dir=${TMPDIR:-/tmp}
keep=false

usage() {
  sed -n '/^#   benchmarks/,/^#   --keep/s/^# \{0,3\}//p' "$0"
}

number() {
  [[ $2 =~ ^[1-9][0-9]{0,6}$ ]] || die "$1 takes a number from 1 on, not [$2]"
}

while [ $# -gt 0 ]; do
  case $1 in
    --size | --rounds | --dir)
      [ $# -ge 2 ] || die "$1 needs a value"
      [ "$1" = --dir ] || number "$1" "$2"
      printf -v "${1#--}" %s "$2"
      shift 2
      ;;
    --keep) keep=true; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; die "unknown argument [$1]" ;;
  esac
done
[ "${BASH_VERSINFO[0]}" -ge 5 ] || die "bash 5 or newer is needed"

# ---- What is needed -----------------------------------------------------------------------------------------------------

install_missing() {
  local missing=() sudo=
  command -v rg > /dev/null || missing+=(ripgrep)
  command -v mawk > /dev/null || missing+=(mawk)
  command -v pigz > /dev/null || missing+=(pigz)
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get > /dev/null || die "please install: ${missing[*]}"
  [ "$(id -u)" = 0 ] || sudo=sudo
  say "installing ${missing[*]}"
  { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; } >&2 \
    || die "could not install: ${missing[*]}"
}

java=java
javac=javac
if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  javac=$JAVA_HOME/bin/javac
fi
command -v "$javac" > /dev/null || die "a JDK 17 or newer is needed"
install_missing

# ---- The logs -----------------------------------------------------------------------------------------------------------

mkdir -p "$dir"
work=$(mktemp -d "$dir/bk-errcode-compare.XXXXXX")
clean_up() {
  # Not to be interrupted half-way; rm inherits this.
  trap '' INT TERM
  if $keep; then
    say "kept $work"
  else
    rm -rf "$work"
  fi
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

corpus=$work/corpus.log
planted=$work/planted.tsv
out=$work/out
mkdir "$out"

say "building"
"$home/bin/analyzer" --version > /dev/null || die "the analyzer does not start"
sources=$home/benchmarks/src/main/java/io/github/bkerrcode/benchmarks
"$javac" -encoding UTF-8 -d "$work/classes" "$sources"/{CorpusGenerator,NaiveCount,PlainRegex}.java || die "the generator does not compile"

say "generating $size MiB below $work"
"$java" -cp "$work/classes" io.github.bkerrcode.benchmarks.CorpusGenerator "$work" "$size" "$seed" "$pieces" || die "the generator failed"
pigz -k "$corpus"

# How often the generator wrote something.
planted_count() {
  awk -F '\t' -v name="$1" '$1 == name { print $2 }' "$planted"
}

# ---- The commands -------------------------------------------------------------------------------------------------------

# Each leaves its result in a file of its own name.
commands=(analyzer rg_tokens rg_lines grep_digits mawk_digits plain_java wc_lines analyzer_pieces analyzer_gzip zcat_gzip)

analyzer() { "$home/bin/analyzer" "$corpus" -o "$out/analyzer.json"; }
analyzer_pieces() { "$home/bin/analyzer" "$work/pieces" -o "$out/analyzer_pieces.json"; }
analyzer_gzip() { "$home/bin/analyzer" "$corpus.gz" -o "$out/analyzer_gzip.json"; }
rg_tokens() { rg --no-config -o "$pattern" "$corpus" | LC_ALL=C sort | uniq -c > "$out/rg_tokens"; }
rg_lines() { rg --no-config -c "$pattern" "$corpus" > "$out/rg_lines"; }
grep_digits() { LC_ALL=C grep -oE '[0-9]{7}' "$corpus" | wc -l > "$out/grep_digits"; }
# mawk knows no {7}.
mawk_digits() {
  mawk '{
    rest = $0
    while (match(rest, /[0-9][0-9][0-9][0-9][0-9][0-9][0-9]/)) {
      count[substr(rest, RSTART, 7)]++
      rest = substr(rest, RSTART + 7)
    }
  }
  END { for (number in count) print count[number], number }' "$corpus" > "$out/mawk_digits"
}
plain_java() { "$java" -cp "$work/classes" io.github.bkerrcode.benchmarks.PlainRegex "$corpus" > "$out/plain_java"; }
wc_lines() { wc -l < "$corpus" > "$out/wc_lines"; }
zcat_gzip() { zcat "$corpus.gz" > /dev/null; }

declare -A label=(
  [analyzer]='`bin/analyzer corpus.log -o summary.json`'
  [rg_tokens]='`rg -o PATTERN corpus.log \| LC_ALL=C sort \| uniq -c`'
  [rg_lines]='`rg -c PATTERN corpus.log`'
  [grep_digits]="\`LC_ALL=C grep -oE '[0-9]{7}' corpus.log \\| wc -l\`"
  [mawk_digits]='`mawk`, counting every seven digits'
  [plain_java]='Java `BufferedReader` and `java.util.regex`, counting'
  [wc_lines]='`wc -l corpus.log`'
  [analyzer_pieces]="\`bin/analyzer pieces -o summary.json\`, the same in $pieces files"
  [analyzer_gzip]='`bin/analyzer corpus.log.gz -o summary.json`'
  [zcat_gzip]='`zcat corpus.log.gz > /dev/null`'
)

# ---- Peak memory --------------------------------------------------------------------------------------------------------

# Runs a command of the analyzer and prints its peak resident memory in KiB, or -.
peak_of() {
  local peak=- seen pid
  if [ -x /usr/bin/time ] && /usr/bin/time -f %M true 2> /dev/null; then
    /usr/bin/time -f %M -o "$out/peak" "$@" >&2 || return 1
    peak=$(tail -n 1 "$out/peak")
  elif [ -r /proc/self/status ]; then
    # bin/analyzer becomes the JVM, so the process stays the same; the peak never falls.
    "$@" >&2 &
    pid=$!
    while seen=$(awk '/^VmHWM:/ { print $2 }' "/proc/$pid/status" 2> /dev/null) && [ -n "$seen" ]; do
      peak=$seen
      sleep 0.02
    done
    wait "$pid" || return 1
  else
    "$@" >&2 || return 1
  fi
  echo "$peak"
}

declare -A peak
measure_peak() {
  peak[$1]=$(peak_of "$home/bin/analyzer" "$2" -o "$out/$1.json") || die "failed: ${label[$1]}"
}

# ---- Do they agree? -----------------------------------------------------------------------------------------------------

disagreements=0
agree() {
  [ "$2" = "$3" ] && return
  say "DISAGREE: $1: $2, but the generator wrote $3"
  disagreements=$((disagreements + 1))
}

# The counts of a summary in the form of planted.tsv.
summary_counts() {
  awk -F '"' '
    { value = $3; gsub(/[^0-9]/, "", value) }
    /^  "(lines|linesWithCodes|detections)" : / { print $2 "\t" value }
    $2 == "code" { code = $4 }
    $2 == "detections" && code != "" { print code "\t" value; code = "" }
  ' "$1" | sort
}

agree_with_planted() {
  local differences
  grep -vE '^(tokens|linesWithTokens|sevens)	' "$planted" | sort > "$out/expected"
  summary_counts "$out/$1.json" > "$out/$1.tsv"
  if ! differences=$(diff "$out/expected" "$out/$1.tsv"); then
    say "DISAGREE: $1: < planted, > found"
    echo "$differences" >&2
    disagreements=$((disagreements + 1))
  fi
}

# This also warms the page cache.
say "checking"
measure_peak analyzer "$corpus"
measure_peak analyzer_pieces "$work/pieces"
measure_peak analyzer_gzip "$corpus.gz"
for command in "${commands[@]}"; do
  case $command in
    analyzer*) agree_with_planted "$command" ;;
    *) "$command" || die "failed: ${label[$command]}" ;;
  esac
done
agree "wc -l" "$(tr -d ' ' < "$out/wc_lines")" "$(planted_count lines)"
agree "tokens of rg -o" "$(awk '{ n += $1 } END { print n + 0 }' "$out/rg_tokens")" "$(planted_count tokens)"
agree "tokens of Java" "$(awk '{ n += $1 } END { print n + 0 }' "$out/plain_java")" "$(planted_count tokens)"
agree "lines of rg -c" "$(cat "$out/rg_lines")" "$(planted_count linesWithTokens)"
agree "grep -oE '[0-9]{7}'" "$(tr -d ' ' < "$out/grep_digits")" "$(planted_count sevens)"
agree "mawk" "$(awk '{ n += $1 } END { print n + 0 }' "$out/mawk_digits")" "$(planted_count sevens)"
if ! diff <(awk '{ print $1, $2 }' "$out/rg_tokens" | sort) <(sort "$out/plain_java") > "$out/rg_java.diff"; then
  say "DISAGREE: rg -o (<) and Java (>) count tokens differently"
  head -n 20 "$out/rg_java.diff" >&2
  disagreements=$((disagreements + 1))
fi
if [ "$disagreements" -gt 0 ]; then
  say "$disagreements counts disagree; nothing was timed"
  exit 1
fi

# ---- How long do they take? ---------------------------------------------------------------------------------------------

load=$(cut -d ' ' -f 1 /proc/loadavg 2> /dev/null || echo unknown)
for ((round = 1; round <= rounds; round++)); do
  say "round $round of $rounds"
  for command in "${commands[@]}"; do
    start=${EPOCHREALTIME/./}
    "$command" || die "failed: ${label[$command]}"
    end=${EPOCHREALTIME/./}
    echo $((end - start)) >> "$out/$command.times"
  done
done

# Microseconds.
median() {
  sort -n "$out/$1.times" | awk '{ t[NR] = $1 } END { print NR % 2 ? t[(NR + 1) / 2] : (t[NR / 2] + t[NR / 2 + 1]) / 2 }'
}

# ---- The table ----------------------------------------------------------------------------------------------------------

row() {
  local command=$1 base=$2 times=$3 bytes
  bytes=$(stat -c %s "$corpus")
  printf '| %s ' "${label[$command]}"
  awk -v t="$(median "$command")" -v base="$(median "$base")" -v times="$times" -v bytes="$bytes" -v peak="${peak[$command]:--}" \
    -v least="$(sort -n "$out/$command.times" | head -n 1)" -v most="$(sort -n "$out/$command.times" | tail -n 1)" 'BEGIN {
      mib = peak ~ /^[0-9]+$/ ? sprintf("%.0f MiB", peak / 1024) : "-"
      printf "| %s s | %s–%s s | %.0f MB/s | %s | %s |\n", short(t / 1e6), short(least / 1e6), short(most / 1e6), bytes / t, \
        times == "" ? "1" : sprintf("%s × %s", short(t / base), times), mib
    }
    function short(x) { return sprintf(x < 0.1 ? "%.3f" : "%.2f", x) }'
}

percent() {
  awk -v part="$(planted_count "$1")" -v all="$lines" 'BEGIN { printf "%.1f", 100 * part / all }'
}

cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2> /dev/null | head -n 1)
jdk=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.vm\.version = //p')
lines=$(planted_count lines)
echo "$(nproc) cores (${cpu:-unknown}), JDK ${jdk:-unknown}, $(rg --version | awk 'NR == 1 { print $1, $2 }'), $(grep --version | head -n 1);" \
  "$size MiB, $lines lines, $(percent linesWithCodes) % with codes, $(percent linesWithTokens) % with what PATTERN finds;" \
  "medians of $rounds rounds, page cache warm, load average $load before."
echo
echo "| command | median | from–to | of log text | compared | peak memory |"
echo "|---|---:|---:|---:|---:|---:|"
row analyzer analyzer ""
for command in rg_tokens rg_lines grep_digits mawk_digits plain_java wc_lines; do
  row "$command" analyzer "analyzer"
done
row analyzer_pieces analyzer "analyzer on one file"
row analyzer_gzip analyzer "analyzer on plain text"
row zcat_gzip analyzer_gzip "analyzer on gzip"
