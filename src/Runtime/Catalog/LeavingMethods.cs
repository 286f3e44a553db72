namespace Weft.Catalog;

/// <summary>The methods by which records leave what Weft follows, though what they give is no sequence: nobody would see it by their signature.</summary>
internal static class LeavingMethods
{
    private const string Blocks = "System.Threading.Tasks.Dataflow.DataflowBlock";

    private static readonly HashSet<(string Type, string Name)> _methods = new()
    {
        (Blocks, "AsObservable"), (Blocks, "AsObserver"), (Blocks, "Choose"),
    };

    private static readonly HashSet<string> _names = new(_methods.Select(method => method.Name), StringComparer.Ordinal);

    /// <summary>Whether a method is one of them, and has no row in the catalog.</summary>
    public static bool Include(string declaringType, string name) =>
        _names.Contains(name) && _methods.Contains((declaringType, name)) && !OperatorCatalog.Rows.Any(row => row.Name == name && row.DeclaringType == declaringType);
}
