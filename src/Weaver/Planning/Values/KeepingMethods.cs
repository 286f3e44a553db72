using System.Runtime.CompilerServices;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Planning.Values;

// Design: what a method keeps is read off its own code and that of the methods of its class that it calls: a field that is written and read there, or a list that grows.
// A counter (`_lines++`), a value made once (`_regex ??= ...`) and a dictionary, which most often remembers results, say nothing of other records.
// Methods of other modules, and those that only an object tells, are taken not to keep anything.

/// <summary>Knows the methods of a module whose results may follow from the arguments of earlier calls.</summary>
internal static class KeepingMethods
{
    private static readonly ConditionalWeakTable<MethodDefinition, Fields> _known = new();

    private const int MostCalls = 3; // from the method on; a class rarely goes deeper to its fields

    private static readonly string[] _growing = ["Add", "AddFirst", "AddLast", "AddRange", "Append", "Enqueue", "Insert", "Push"];
    private static readonly string[] _collections = ["System.Collections.Generic.List`1", "System.Collections.Generic.Queue`1", "System.Collections.Generic.Stack`1", "System.Collections.Generic.LinkedList`1", "System.Text.StringBuilder"];

    /// <summary>Whether a method's result may follow from what it was called with before.</summary>
    public static bool IsKeeping(MethodDefinition method) => _known.GetValue(method, static found =>
    {
        var fields = new Fields();
        fields.Add(found, MostCalls);
        return fields;
    }).AreKept;

    private sealed class Fields
    {
        private readonly HashSet<MethodDefinition> _seen = [];
        private readonly HashSet<FieldDefinition> _read = [];
        private readonly HashSet<FieldDefinition> _asked = [];                // whether there is something
        private readonly Dictionary<FieldDefinition, List<Instruction>> _written = [];
        private bool _grows;

        public bool AreKept => _grows || _written.Any(written => _read.Contains(written.Key) && !IsMadeOnce(written.Key, written.Value));

        public void Add(MethodDefinition method, int calls)
        {
            if (!method.HasBody || method.IsConstructor || !_seen.Add(method)) return;
            foreach (Instruction instruction in method.Body.Instructions)
            {
                switch (instruction.Operand)
                {
                    case FieldReference reference when Own(reference, method) is { } field:
                        Add(instruction, field);
                        break;
                    case MethodReference called when calls > 0 && instruction.OpCode.Code is Code.Call or Code.Callvirt && called.DeclaringType.GetElementType().FullName == method.DeclaringType.FullName && called.Resolve() is { } own:
                        Add(own, calls - 1);
                        break;
                }
            }
        }

        private void Add(Instruction instruction, FieldDefinition field)
        {
            if (instruction.OpCode.Code is Code.Stfld or Code.Stsfld)
            {
                if (IsCount(instruction)) return;
                if (!_written.TryGetValue(field, out List<Instruction>? stores)) _written.Add(field, stores = []);
                stores.Add(instruction);
                return;
            }
            Instruction? asks = instruction.Next is { OpCode.Code: Code.Dup } copy ? copy.Next : instruction.Next;
            if (asks?.OpCode.Code is Code.Brtrue or Code.Brtrue_S) _asked.Add(field);
            _read.Add(field);
            _grows |= _collections.Contains(field.FieldType.GetElementType().FullName) && IsGrown(instruction);
        }

        // The call that takes the field as its receiver is the first one behind it that is a method of its type.
        private static bool IsGrown(Instruction load)
        {
            string type = ((FieldReference)load.Operand).FieldType.GetElementType().FullName;
            for (Instruction? next = load.Next; next is not null && next.OpCode.FlowControl is FlowControl.Next or FlowControl.Call; next = next.Next)
            {
                if (next.Operand is MethodReference { HasThis: true } called && called.DeclaringType.GetElementType().FullName == type) return _growing.Contains(called.Name);
            }
            return false;
        }

        private bool IsMadeOnce(FieldDefinition field, List<Instruction> stores) =>
            _asked.Contains(field) && stores.Count == 1 && stores[0].Previous?.OpCode.Code is not (Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 or Code.Ldarg_S or Code.Ldarg);

        private static bool IsCount(Instruction store)
        {
            Instruction? value = store.Previous;
            return value?.OpCode.Code is Code.Add or Code.Sub && value.Previous?.OpCode.Code is Code.Ldc_I4_1 or Code.Ldc_I4_M1 or Code.Conv_I8;
        }

        private static FieldDefinition? Own(FieldReference reference, MethodDefinition method) =>
            reference.DeclaringType.GetElementType().FullName == method.DeclaringType.FullName ? reference.Resolve() : null;
    }
}
