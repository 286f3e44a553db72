using Fody;
using Mono.Cecil;
using Weft.Fody.Configuration;
using Weft.Fody.Il;
using Weft.Fody.Planning;
using Weft.Fody.Source;

namespace Weft.Fody.Reporting;

/// <summary>What the weaver tells the build. Fody writes <c>Fody/Weft:</c> before each message.</summary>
internal sealed class BuildLog(BaseModuleWeaver weaver, WeaverSettings settings)
{
    /// <summary>
    /// Does something to one method. When it fails, for whatever reason, the method is left alone and the build is told where and why: a weave
    /// must not break a build that compiled, unless <see cref="WeaverSettings.Strict"/> asks for it. Returns whether it succeeded.
    /// </summary>
    public bool Guard(MethodDefinition method, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception exception) when (exception is not WeavingException)
        {
            LeftAlone(method, exception);
            return false;
        }
    }

    public void Woven(PlannedSite site)
    {
        if (settings.Trace) weaver.WriteInfo($"{Place(site.Location)}{site.Row.Operator} in {site.Row.Method} is woven{(site.Row.OutputName is { } output ? $"; output '{output}'" : "")}");
    }

    /// <summary>Says of a place that a flow ends there: a message, with <see cref="WeaverSettings.Strict"/> a warning.</summary>
    public void Ends(SourceLocation location, string message)
    {
        if (settings.Strict) weaver.WriteWarning(message, location.Point);
        else weaver.WriteInfo(Place(location) + message);
    }

    public void Skipped(string message) => weaver.WriteMessage(message, MessageImportance.High);

    public void Summary(WeaveSummary summary) => weaver.WriteMessage(summary.ToString(), MessageImportance.High);

    private void LeftAlone(MethodDefinition method, Exception exception)
    {
        var malformed = exception as MalformedBodyException;
        SourceLocation location = malformed is null ? SourceLocation.Of(method) : SourceLocation.Of(method, malformed.Instruction);
        string cause = malformed?.Message ?? $"{exception.GetType().Name}: {exception.Message}";
        string message = $"{method.FullName} is not woven and runs as the compiler wrote it: {cause}. [Weft.NotWoven] on the method silences this.";
        if (settings.Strict) weaver.WriteError(message, location.Point);
        else weaver.WriteWarning(message, location.Point);
    }

    private static string Place(SourceLocation location) => location.Point is null ? "" : location + ": ";
}
