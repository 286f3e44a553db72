// What the tests ask about the machine, for .NET 10 on a 64-bit machine.
namespace System
{
    public static class PlatformDetection
    {
        public static bool IsFullFramework => false;

        public static bool IsNetCore => true;

        public static bool IsNetNative => false;

        public static bool IsUap => false;

        public static bool IsWindows => OperatingSystem.IsWindows();

        public static bool IsInAppContainer => false;

        public static bool IsNotInAppContainer => true;

        public static bool IsNotArm64Process => true;

        public static bool IsNotArmNorArm64Process => true;

        public static bool IsNonZeroLowerBoundArraySupported => true;
    }

    public static class TestEnvironment
    {
        public static bool IsStressModeEnabled => false;
    }
}
