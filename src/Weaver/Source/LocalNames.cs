using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Source;

/// <summary>The names of a method's locals. A compiler may give one slot to several locals of different scopes, so a name holds for a place.</summary>
internal sealed class LocalNames(MethodDefinition method)
{
    /// <summary>The name of <paramref name="local"/> in the innermost scope around <paramref name="at"/>; null for one that the compiler made.</summary>
    public string? Of(VariableDefinition local, Instruction at) =>
        method.DebugInformation.Scope is { } root ? Find(root, local, at.Offset) : null;

    private static string? Find(ScopeDebugInformation scope, VariableDefinition local, int offset)
    {
        if (offset < scope.Start.Offset || (!scope.End.IsEndOfMethod && offset >= scope.End.Offset)) return null;

        foreach (ScopeDebugInformation inner in scope.Scopes)
        {
            if (Find(inner, local, offset) is { } name) return name;
        }

        VariableDebugInformation? variable = scope.Variables.FirstOrDefault(v => v.Index == local.Index && !v.IsDebuggerHidden);
        return variable is null ? null : GeneratedNames.Variable(variable.Name);
    }
}
