using Mono.Cecil.Cil;

namespace Weft.Fody.Source;

/// <summary>A place in the source, from debug information; <see cref="Unknown"/> where there is none.</summary>
internal sealed class SourceLocation
{
    public static readonly SourceLocation Unknown = new(null);

    private SourceLocation(SequencePoint? point) => Point = point;

    public SequencePoint? Point { get; }

    public string File => Point?.Document.Url ?? "";

    public int Line => Point?.StartLine ?? 0;

    public int Column => Point?.StartColumn ?? 0;

    /// <summary>The nearest preceding sequence point that is not hidden.</summary>
    public static SourceLocation Of(Mono.Cecil.MethodDefinition method, Instruction instruction)
    {
        SequencePoint? nearest = null;
        foreach (SequencePoint point in method.DebugInformation.SequencePoints)
        {
            if (point.IsHidden || point.Offset > instruction.Offset) continue;
            if (nearest is null || point.Offset >= nearest.Offset) nearest = point;
        }
        return nearest is null ? Unknown : new SourceLocation(nearest);
    }

    /// <summary>Whether <paramref name="other"/> begins inside what this one spans.</summary>
    public bool Contains(SourceLocation other) =>
        Point is { } outer && other.Point is { } inner
        && outer.Document.Url == inner.Document.Url
        && (outer.StartLine, outer.StartColumn).CompareTo((inner.StartLine, inner.StartColumn)) <= 0
        && (inner.StartLine, inner.StartColumn).CompareTo((outer.EndLine, outer.EndColumn)) <= 0;

    /// <summary>Where a method begins.</summary>
    public static SourceLocation Of(Mono.Cecil.MethodDefinition method)
    {
        SequencePoint? first = method.DebugInformation.SequencePoints.FirstOrDefault(point => !point.IsHidden);
        return first is null ? Unknown : new SourceLocation(first);
    }

    /// <summary><c>file(line,column)</c>, as MSBuild writes it; empty when unknown.</summary>
    public override string ToString() => Point is null ? "" : $"{File}({Line},{Column})";
}
