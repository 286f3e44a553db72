using Weft.Capture;

namespace Weft.Flows;

/// <summary>The way by which the records of one enumeration come since their spans were issued.</summary>
internal abstract class Way
{
    /// <summary>As <see cref="Flow.Step"/>; known once a record was read.</summary>
    internal abstract int Step { get; }

    /// <summary>The way of records whose spans are issued by the operator that they come from.</summary>
    internal static Way Issued { get; } = new IssuedHere();

    private sealed class IssuedHere : Way
    {
        internal override int Step => 0;
    }
}

/// <summary>The way through an operator whose records keep their spans.</summary>
internal sealed class PassedWay(int site, Way source) : Way
{
    internal override int Step => Steps.Intern(site, source.Step);
}

/// <summary>The ways through an operator in which two branches join.</summary>
internal sealed class JoinedWay(int site, Way first, Way second) : Way
{
    internal override int Step => Steps.Intern(site, first.Step, second.Step);
}
