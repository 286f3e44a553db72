using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: the checks that the other tests lean on do fail on broken code.
public class HarnessTests
{
    private static readonly CompiledAssembly _sum = Construct.CompileMembers("public static int Sum(int a, int b) => a + b;");

    [Fact]
    public void StackCheck_Int64ForInt32_Warns()
    {
        CompiledAssembly broken = Mutation.Of(_sum, module => Insert(module, before: Code.Add, OpCodes.Conv_I8));

        Assert.NotEmpty(StackCheck.Warnings(broken, TestRuntime.Fake));
        Assert.Empty(StackCheck.Warnings(_sum, TestRuntime.Fake));
    }

    [Fact]
    public void CompileEverything_StackLeftOver_Throws()
    {
        CompiledAssembly broken = Mutation.Of(_sum, module => Insert(module, before: Code.Add, OpCodes.Dup));

        Assert.Throws<InvalidProgramException>(() => new LoadedAssembly(broken, TestRuntime.Fake).CompileEverything());
        Assert.True(new LoadedAssembly(_sum, TestRuntime.Fake).CompileEverything() > 0);
    }

    [Fact]
    public void BodyText_OneInstructionMore_Differs()
    {
        CompiledAssembly changed = Mutation.Of(_sum, module => Insert(module, before: Code.Add, OpCodes.Nop));

        Assert.NotEqual(BodyText.Of(_sum), BodyText.Of(changed));
        Assert.Equal(BodyText.Of(_sum), BodyText.Of(Mutation.Of(_sum, _ => { })));
    }

    private static void Insert(ModuleDefinition module, Code before, OpCode opCode)
    {
        ILProcessor il = Mutation.Method(module, "Sum").Body.GetILProcessor();
        il.InsertBefore(il.Body.Instructions.Single(i => i.OpCode.Code == before), Instruction.Create(opCode));
    }
}
