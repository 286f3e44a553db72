using System.Runtime.CompilerServices;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Values;

// Design: what a lambda, local function or method does to fields happens where it is called, as far as the caller can see the same fields: captured variables, those of its own object, static ones. Of
// methods that these call in turn, those of the same class count.

/// <summary>The fields that a method reads and writes, by the names that variables of its callers have.</summary>
internal sealed class FieldsOfMethod
{
    private const int MostCalls = 3; // as in KeepingMethods

    private static readonly ConditionalWeakTable<MethodDefinition, FieldsOfMethod> _known = new();

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TypeReference Type, bool IsSure)> _written = new(StringComparer.Ordinal);
    private readonly HashSet<MethodDefinition> _seen = [];

    /// <summary>Those read.</summary>
    public IReadOnlyCollection<string> Read => _read;

    /// <summary>Those written, with their types, and whether every call writes them anew, whatever was there before.</summary>
    public IEnumerable<(string Name, TypeReference Type, bool IsSure)> Written => _written.Select(written => (written.Key, written.Value.Type, written.Value.IsSure && !_read.Contains(written.Key)));

    public static FieldsOfMethod Of(MethodDefinition method) => _known.GetValue(method, static found =>
    {
        var fields = new FieldsOfMethod();
        fields.Add(found, MostCalls, isSure: true);
        return fields;
    });

    private void Add(MethodDefinition method, int calls, bool isSure)
    {
        if (!method.HasBody || method.IsConstructor || !_seen.Add(method)) return;
        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (instruction.OpCode.FlowControl is FlowControl.Cond_Branch or FlowControl.Branch) isSure = false;
            if (instruction.Operand is FieldReference field) Add(instruction, field, isSure);
            else if (calls > 0 && instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Operand is MethodReference called
                && called.DeclaringType.GetElementType().FullName == method.DeclaringType.FullName && called.Resolve() is { } own) Add(own, calls - 1, isSure);
        }
    }

    private void Add(Instruction instruction, FieldReference field, bool isSure)
    {
        foreach (string name in NamesOf(field))
        {
            if (instruction.OpCode.Code is not (Code.Stfld or Code.Stsfld)) _read.Add(name);
            else if (!_written.TryGetValue(name, out (TypeReference Type, bool IsSure) known) || !known.IsSure) _written[name] = (field.FieldType, isSure);
        }
    }

    // An auto-property is known by its own name to those that ask for it.
    private static IEnumerable<string> NamesOf(FieldReference field)
    {
        yield return field.FullName;
        if (field.Name.EndsWith("k__BackingField", StringComparison.Ordinal) && GeneratedNames.Variable(field.Name) is { } property) yield return field.DeclaringType.FullName + "." + property;
    }
}
