using Weft.Store;

namespace Weft.Tool.Commands;

/// <summary>The projects that the doctor is asked to examine.</summary>
internal static class DoctorProjects
{
    /// <summary>Whether a file is a solution, of which all projects are examined that use Weft.</summary>
    internal static bool IsSolution(string file) => Path.GetExtension(file).ToLowerInvariant() is ".sln" or ".slnx";

    /// <summary>The project or solution at a path: itself, or the only one in the folder; a project goes before a solution.</summary>
    /// <exception cref="AskException">There is none, or there are several.</exception>
    internal static string FileAt(string path)
    {
        if (File.Exists(path))
        {
            return IsSolution(path) || Path.GetExtension(path).Equals(".csproj", StringComparison.OrdinalIgnoreCase)
                ? path
                : throw new AskException(AskFault.Question, $"{path} is neither a C# project (.csproj) nor a solution (.sln, .slnx).");
        }
        if (!Directory.Exists(path)) throw new AskException(AskFault.NotFound, $"There is no project, solution or folder {path}.");
        string[] files = Directory.GetFiles(path, "*.csproj");
        if (files.Length == 0) files = Directory.GetFiles(path, "*.sln*").Where(IsSolution).ToArray();
        return files.Length switch
        {
            1 => files[0],
            0 => throw new AskException(AskFault.NotFound, $"There is no C# project and no solution in {path}."),
            _ => throw new AskException(AskFault.Question, $"There are several in {path}: {string.Join(", ", files.Select(Path.GetFileName).Order(StringComparer.Ordinal))}. Name one."),
        };
    }

    /// <summary>The C# projects of a solution, in its order.</summary>
    internal static IReadOnlyList<string> Of(string solution)
    {
        string folder = Path.GetDirectoryName(solution)!;
        return [.. DoctorBuild.DotNet(solution, ["sln", solution, "list"]).Split('\n').Select(line => line.Trim())
            .Where(line => line.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).Select(line => Path.GetFullPath(line.Replace('\\', Path.DirectorySeparatorChar), folder))];
    }
}
