using System.ComponentModel;

namespace Weft;

/// <summary>
/// What woven code may call, and nothing else: the whole contract between weaver and runtime (see docs/architecture.md).
/// Each operator's methods stand in that operator's file under <c>Operators</c>. Not for calls by hand: signatures follow the weaver.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Woven
{
    /// <summary>The version of the contract. A module woven against another version is refused with a remedy.</summary>
    public const int ContractVersion = 1;
}
