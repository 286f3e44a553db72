using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Testing;

/// <summary>A diagnostic that a test expects.</summary>
public sealed class DiagnosticResult
{
    private readonly DiagnosticDescriptor _descriptor;

    /// <summary>Expects a diagnostic of a rule at the rule's own severity.</summary>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
    {
        _descriptor = descriptor;
        Severity = descriptor.DefaultSeverity;
    }

    /// <summary>The id.</summary>
    public string Id => _descriptor.Id;

    /// <summary>The severity that it is reported at.</summary>
    public DiagnosticSeverity Severity { get; private set; }

    /// <summary>The whole message, null when any will do.</summary>
    public string? Message { get; private set; }

    /// <summary>The number of the mark <c>{|#n:...|}</c> where it is expected, null when anywhere will do.</summary>
    public int? Mark { get; private set; }

    /// <summary>Expects it at the mark <c>{|#n:...|}</c>.</summary>
    public DiagnosticResult WithLocation(int mark)
    {
        Mark = mark;
        return this;
    }

    /// <summary>Expects the rule's message with these arguments.</summary>
    public DiagnosticResult WithArguments(params object[] arguments)
    {
        Message = string.Format(CultureInfo.InvariantCulture, _descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments);
        return this;
    }

    /// <summary>Expects another severity than the rule's own.</summary>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity)
    {
        Severity = severity;
        return this;
    }
}
