# For a Homebrew tap: Formula/trailwise.rb. scripts/package fills in what changes.
class Trailwise < Formula
  desc "Query AWS CloudTrail logs and know the price of each query before you pay it"
  homepage "https://github.com/@REPOSITORY@"
  url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/trailwise-@VERSION@.zip"
  sha256 "@ZIP_SHA256@"
  license "Apache-2.0"

  depends_on "bash"
  depends_on "openjdk"

  def install
    libexec.install "app", "bin"
    rm libexec/"bin/trailwise.cmd"
    (bin/"trailwise").write_env_script libexec/"bin/trailwise", JAVA_HOME: Formula["openjdk"].opt_prefix
    man1.install Dir["share/man/man1/*"]
    bash_completion.install "share/bash-completion/completions/trailwise"
    zsh_completion.install "share/zsh/site-functions/_trailwise"
    fish_completion.install "share/fish/vendor_completions.d/trailwise.fish"
    doc.install Dir["share/doc/trailwise/*"]
  end

  test do
    system bin/"trailwise", "demo", "--to", testpath/"logs"
    assert_match(/^[1-9]/, shell_output("#{bin}/trailwise sql 'SELECT count(*) FROM cloudtrail' --logs logs --all-time " \
                                        "--format tsv --no-header --quiet"))
  end
end
