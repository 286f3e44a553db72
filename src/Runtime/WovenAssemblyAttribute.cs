using System.ComponentModel;

namespace Weft;

/// <summary>The weaver's mark on an assembly it has woven.</summary>
/// <param name="contractVersion">The version of the weaver-runtime contract that the assembly was woven against.</param>
/// <param name="mode"><c>Record</c> or <c>NoOp</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WovenAssemblyAttribute(int contractVersion, string mode) : Attribute
{
    /// <summary>The version of the weaver-runtime contract.</summary>
    public int ContractVersion { get; } = contractVersion;

    /// <summary><c>Record</c> or <c>NoOp</c>.</summary>
    public string Mode { get; } = mode;
}
