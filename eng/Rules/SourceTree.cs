using System.Diagnostics;
using System.Formats.Tar;

namespace Weft.Rules;

/// <summary>C# source that the rules are run over: a folder, or a git directory, of which the newest commit is read.</summary>
/// <param name="Name">What the repository or folder is called.</param>
/// <param name="Commit">The commit, as far as there is one; else <c>-</c>.</param>
/// <param name="Files">Paths within it, and what stands there.</param>
internal sealed record SourceTree(string Name, string Commit, IReadOnlyList<(string Path, string Text)> Files)
{
    private const string NoCommit = "-";

    internal static SourceTree Read(string folder)
        => File.Exists(Path.Combine(folder, "HEAD")) && Directory.Exists(Path.Combine(folder, "objects")) ? OfGitDirectory(folder) : OfFolder(folder);

    // Of generated and built files there may be any number; they belong to the machine, not to the commit.
    private static bool IsSource(string path) => path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal);

    private static SourceTree OfFolder(string folder) => new(NameOf(folder), Directory.Exists(Path.Combine(folder, ".git")) ? CommitOf(folder) : NoCommit,
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal).Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file))),
    ]);

    private static SourceTree OfGitDirectory(string folder)
    {
        var files = new List<(string Path, string Text)>();
        using Process archive = Git(folder, "archive", "--format=tar", "HEAD", "--", "*.cs"); // of a snapshot the largest files may be absent
        using (var reader = new TarReader(archive.StandardOutput.BaseStream, leaveOpen: true))
        {
            while (reader.GetNextEntry() is { } entry)
            {
                if (entry.EntryType != TarEntryType.RegularFile || !IsSource("/" + entry.Name) || entry.DataStream is null) continue;
                using var text = new StreamReader(entry.DataStream);
                files.Add((entry.Name, text.ReadToEnd()));
            }
        }
        archive.StandardOutput.BaseStream.CopyTo(Stream.Null); // what fills the last block
        archive.WaitForExit();
        if (archive.ExitCode != 0) throw new InvalidDataException($"The source in {folder} cannot be read: git archive ended with {archive.ExitCode}.");
        return new SourceTree(NameOf(folder), CommitOf(folder), [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    // A git directory has the name of what is around it.
    private static string NameOf(string folder)
    {
        var directory = new DirectoryInfo(folder);
        return directory.Name is ".git" or "repo" && directory.Parent is { } around ? around.Name : directory.Name;
    }

    private static string CommitOf(string folder)
    {
        using Process revision = Git(folder, "rev-parse", "HEAD");
        string commit = revision.StandardOutput.ReadToEnd().Trim();
        revision.WaitForExit();
        return commit.Length > 0 ? commit : NoCommit;
    }

    private static Process Git(string folder, params string[] arguments)
        => Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("The command git cannot be started.");
}
