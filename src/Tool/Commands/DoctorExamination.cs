namespace Weft.Tool.Commands;

/// <summary>What the doctor found in one project: of each framework that it is built for and uses Weft, in the project's order.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Frameworks">The framework's name where the project names several, or one in a list; and what its build said.</param>
internal sealed record DoctorExamination(string Project, IReadOnlyList<(string? Framework, DoctorReport Report)> Frameworks)
{
    /// <summary>Whether code that must keep lineage loses it.</summary>
    internal bool LosesRequired => Frameworks.Any(framework => framework.Report.LosesRequired);
}
