using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Captures;

// Design: a lambda runs when and where others call it, so that no loop is around it. The record goes with the value instead: beside the field of a captured variable lies one for the record that the
// value is made of. Who stores the variable stores both, and the lambda takes the record from there.

/// <summary>Pass: the captured variables that lambdas and local functions may put into collections.</summary>
internal sealed class CapturedVariables
{
    private const string Closure = "<>c__DisplayClass";

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<MethodDefinition>> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public static readonly CapturedVariables None = new();

    private CapturedVariables()
    {
    }

    public static CapturedVariables Run(IReadOnlyList<MethodDefinition> methods, HandOverMap handOvers, ReceivingMethods receivers)
    {
        var found = new CapturedVariables();
        foreach (MethodDefinition method in methods)
        {
            bool mayPut = IsLambda(method) && method.Body.Instructions.Any(i => handOvers.Find(i) is { IsPut: true } || Fill.MayBe(i) || receivers.NumberToTell(i) is not null);
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (instruction.OpCode.Code is not (Code.Ldfld or Code.Ldflda or Code.Stfld) || NameOf((FieldReference)instruction.Operand) is not { } name) continue;
                if (!found._methods.TryGetValue(name, out HashSet<MethodDefinition>? users)) found._methods.Add(name, users = []);
                users.Add(method);
                if (instruction.OpCode.Code == Code.Stfld) found._stores[name] = found._stores.TryGetValue(name, out int count) ? count + 1 : 1;
                else if (mayPut) found._read.Add(name);
            }
        }
        return found;
    }

    /// <summary>Whether an instruction stores such a variable.</summary>
    public bool IsStore(Instruction instruction) => _read.Count > 0 && instruction.OpCode.Code == Code.Stfld && NameOf((FieldReference)instruction.Operand) is { } name && _read.Contains(name);

    /// <summary>Whether an instruction stores one of which records are known, and that others store, too: what is known of its value is then gone.</summary>
    public bool IsStoredAgain(Instruction instruction) => IsStore(instruction) && NameOf((FieldReference)instruction.Operand)! is var name && _told.Contains(name) && _stores[name] > 1;

    /// <summary>Whether an instruction of a lambda or local function reads one of which records are known.</summary>
    public bool IsRead(Instruction instruction, MethodDefinition method) =>
        _told.Count > 0 && instruction.OpCode.Code is Code.Ldfld or Code.Ldflda && NameOf((FieldReference)instruction.Operand) is { } name && _told.Contains(name) && IsLambda(method);

    /// <summary>Says that records are known of a variable; gives the methods for which that is new.</summary>
    public IEnumerable<MethodDefinition> Tell(FieldReference variable) => NameOf(variable) is { } name && _told.Add(name) ? _methods[name] : [];

    // Without what a closure finds other closures and its object by.
    private static string? NameOf(FieldReference field) =>
        field.DeclaringType.Name.StartsWith(Closure, StringComparison.Ordinal) && field.Name.IndexOf("<>", StringComparison.Ordinal) < 0 ? field.DeclaringType.GetElementType().FullName + "::" + field.Name : null;

    // One of a closure's class, or of a state machine in it; or a local function that is given the closure.
    private static bool IsLambda(MethodDefinition method)
    {
        for (TypeDefinition? type = method.DeclaringType; type is not null && GeneratedNames.IsGenerated(type.Name); type = type.DeclaringType)
        {
            if (type.Name.StartsWith(Closure, StringComparison.Ordinal)) return true;
        }
        return GeneratedNames.IsGenerated(method.Name) && method.Parameters.Any(parameter => GivenBody.IsClosure(parameter.ParameterType));
    }
}
