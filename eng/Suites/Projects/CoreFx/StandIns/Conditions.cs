// Stand-ins for the attributes by which corefx's own build leaves tests out. A condition of a type is asked; all others count as fulfilled: a test that does not suit the machine fails woven as it does unwoven.
using System;
using System.Linq;
using System.Reflection;

namespace Xunit
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ConditionalFactAttribute : FactAttribute
    {
        public ConditionalFactAttribute(params string[] conditions) => _ = conditions;

        public ConditionalFactAttribute(Type type, params string[] conditions) => Skip = Conditions.ReasonToSkip(type, conditions);
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ConditionalTheoryAttribute : TheoryAttribute
    {
        public ConditionalTheoryAttribute(params string[] conditions) => _ = conditions;

        public ConditionalTheoryAttribute(Type type, params string[] conditions) => Skip = Conditions.ReasonToSkip(type, conditions);
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ConditionalClassAttribute(Type type, params string[] conditions) : Attribute
    {
        public string Reason { get; } = Conditions.ReasonToSkip(type, conditions);
    }

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    public sealed class ActiveIssueAttribute : Attribute
    {
        public ActiveIssueAttribute(int issue, TestPlatforms platforms = TestPlatforms.Any) => _ = (issue, platforms);

        public ActiveIssueAttribute(string issue, TestPlatforms platforms = TestPlatforms.Any) => _ = (issue, platforms);

        public ActiveIssueAttribute(string issue, TargetFrameworkMonikers frameworks) => _ = (issue, frameworks);
    }

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    public sealed class OuterLoopAttribute(string reason = null) : Attribute
    {
        public string Reason { get; } = reason;
    }

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    public sealed class PlatformSpecificAttribute(TestPlatforms platforms) : Attribute
    {
        public TestPlatforms Platforms { get; } = platforms;
    }

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    public sealed class SkipOnTargetFrameworkAttribute(TargetFrameworkMonikers frameworks, string reason = null) : Attribute
    {
        public TargetFrameworkMonikers Frameworks { get; } = frameworks;

        public string Reason { get; } = reason;
    }

    [Flags]
    public enum TestPlatforms
    {
        Windows = 1,
        Linux = 2,
        OSX = 4,
        FreeBSD = 8,
        NetBSD = 16,
        AnyUnix = Linux | OSX | FreeBSD | NetBSD,
        Any = Windows | AnyUnix,
    }

    [Flags]
    public enum TargetFrameworkMonikers
    {
        Netcoreapp = 1,
        NetFramework = 2,
        Mono = 4,
        Uap = 8,
        UapAot = 16,
    }

    namespace Sdk
    {
        /// <summary>What xunit 2.4 threw where two values differ.</summary>
        public sealed class AssertActualExpectedException(object expected, object actual, string message) : XunitException($"{message} Expected {expected}, was {actual}.");
    }

    internal static class Conditions
    {
        internal static string ReasonToSkip(Type type, string[] conditions)
        {
            string unmet = conditions.FirstOrDefault(name => type.GetProperty(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(null) is false);
            return unmet is null ? null : $"{type.Name}.{unmet} is false.";
        }
    }
}
