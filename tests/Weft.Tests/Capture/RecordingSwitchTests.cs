// Proves what the variable WEFT means, and that a base library which lacks a member switches recording off rather than break the program.
using System.Reflection;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Tests.Capture;

public sealed class RecordingSwitchTests
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("1", true)]
    [InlineData("on", true)]
    [InlineData("0", false)]
    [InlineData("off", false)]
    [InlineData("OFF", false)]
    [InlineData("False", false)]
    [InlineData(" no ", false)]
    public void IsOnFor_ValueThatIsUnderstood_SaysNothing(string? value, bool isOn)
    {
        Assert.Equal(isOn, RecordingSwitch.IsOnFor(value, _complaints.Add, () => null));
        Assert.Empty(_complaints);
    }

    [Fact]
    public void IsOnFor_OtherValue_RecordsAndSaysSo()
    {
        Assert.True(RecordingSwitch.IsOnFor("banana", _complaints.Add, () => null));
        Assert.Contains("WEFT=banana is not understood", Assert.Single(_complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void IsOnFor_BaseLibraryThatLacksAMember_IsOffAndSaysWhich()
    {
        Assert.False(RecordingSwitch.IsOnFor(null, _complaints.Add, () => "Field not found: '_version'."));
        Assert.Contains("Field not found: '_version'.", Assert.Single(_complaints), StringComparison.Ordinal);
        Assert.False(RecordingSwitch.IsOnFor("0", _complaints.Add, () => throw new InvalidOperationException("A process that records nothing looks for nothing.")));
    }

    // What is added here has to be used in BaseLibrary too.
    [Fact]
    public void Accessors_OfPrivateMembers_AreThoseThatFindMissingUses()
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var accessors = from type in typeof(RecordingSwitch).Assembly.GetTypes()
                        let count = type.GetMethods(All).Count(method => method.GetCustomAttribute<UnsafeAccessorAttribute>() is not null)
                        where count > 0
                        orderby type.Name
                        select (type.Name, count);
        Assert.Equal(
            [("AsyncLookupInternals`2", 6), ("BlockedCollection`1", 1), ("ConfiguredEnumerator`1", 4), ("DictionaryAttachment`2", 3), ("HeapInternals`2", 2), ("IdentityHash", 1), ("ListAttachment`1", 1), ("ListEnumerator`1", 2), ("LockScope", 1), ("LookupInternals`2", 6), ("ParallelLookupInternals`2", 2), ("Redirects", 1), ("SetAttachment`1", 1), ("ValueTaskSource", 1), ("ValueTaskSource`1", 1),
                ("Versions`1", 5)],
            accessors);
    }

    [Fact]
    public void FindMissing_OnThisBaseLibrary_FindsNothing() => Assert.Null(BaseLibrary.FindMissing());
}
