namespace Weft;

/// <summary>Says that lineage ends here on purpose: nobody will ask about the records behind this code.</summary>
/// <param name="reason">Why, for who reads the code; null when it needs no reason.</param>
/// <remarks>For the analyzers and the messages of the build: they do not say that lineage is lost in what carries this. Answers say so as before.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property)]
public sealed class LineageBoundaryAttribute(string? reason = null) : Attribute
{
    /// <summary>Why lineage ends here; null when it needs no reason.</summary>
    public string? Reason { get; } = reason;
}
