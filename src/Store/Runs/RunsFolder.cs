using Weft.Segments;

namespace Weft.Store.Runs;

/// <summary>The folder that runs are recorded to: one folder a run.</summary>
internal sealed class RunsFolder
{
    private const string DefaultName = ".weft";

    private readonly string[] _runs;

    private RunsFolder(string path, string[] runs)
    {
        Path = path;
        _runs = runs;
    }

    /// <summary>The full path.</summary>
    internal string Path { get; }

    /// <summary>The number of runs.</summary>
    internal int Count => _runs.Length;

    /// <summary>
    /// Opens the folder that was asked for; else the one that <c>WEFT_DIR</c> names; else <c>.weft</c> in the working directory or the nearest folder above it.
    /// A folder that is itself a run's is taken for a folder with that run.
    /// </summary>
    internal static RunsFolder Open(string? asked, string? environment, string workingDirectory)
    {
        string path = System.IO.Path.GetFullPath(FirstOf(asked, environment) ?? Nearest(workingDirectory), workingDirectory);
        if (!Directory.Exists(path))
        {
            throw new AskException(AskFault.NotFound, File.Exists(path)
                ? $"{path} is a file; expected the folder that holds runs ({DefaultName}, or what WEFT_DIR named when the program ran)."
                : $"no runs: {path} does not exist. Run a woven program in this folder, or say where it was recorded with --dir or WEFT_DIR.");
        }
        return new RunsFolder(path, IsRun(path) ? [path] : [.. Directory.GetDirectories(path).Where(IsRun).Order(StringComparer.Ordinal).Reverse()]);
    }

    /// <summary>The runs, newest first. Reads a few blocks of each that is taken.</summary>
    internal IEnumerable<RunInfo> Runs() => _runs.Select(RunPeek.Read);

    /// <summary>The run with a name, or with the only name that contains the text; null or <c>latest</c> is the newest.</summary>
    internal RunInfo Find(string? name)
    {
        if (_runs.Length == 0) throw new AskException(AskFault.NotFound, $"no runs in {Path}. Run a woven program, or say where it was recorded with --dir or WEFT_DIR.");
        if (name is null or "latest") return RunPeek.Read(_runs[0]);

        string[] matches = [.. _runs.Where(run => NameOf(run) == name)];
        if (matches.Length == 0) matches = [.. _runs.Where(run => NameOf(run).Contains(name, StringComparison.OrdinalIgnoreCase))];
        return matches.Length switch
        {
            1 => RunPeek.Read(matches[0]),
            0 => throw new AskException(AskFault.NotFound, $"no run '{name}' in {Path}. The newest are:\n{Lines.Of([.. _runs.Select(NameOf)])}"),
            _ => throw new AskException(AskFault.Question, $"'{name}' fits {matches.Length} runs. Say more of the name, or latest:\n{Lines.Of([.. matches.Select(NameOf)])}"),
        };
    }

    private static string? FirstOf(params string?[] texts) => texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static string Nearest(string workingDirectory)
    {
        for (DirectoryInfo? folder = new(workingDirectory); folder is not null; folder = folder.Parent)
        {
            string path = System.IO.Path.Combine(folder.FullName, DefaultName);
            if (Directory.Exists(path)) return path;
        }
        return DefaultName;
    }

    private static bool IsRun(string path) => Directory.EnumerateFiles(path, "*" + SegmentWriter.Extension).Any();

    private static string NameOf(string run) => System.IO.Path.GetFileName(run);
}
