using Microsoft.ML.OnnxRuntime;

namespace OnnxRuntime.Native.Tests;

public sealed class OrtEnvTests
{
    [Fact]
    public void The_environment_is_one_and_knows_the_library()
    {
        OrtEnv environment = OrtEnv.Instance();
        Assert.Same(environment, OrtEnv.Instance());
        Assert.Equal("1.30.0", environment.GetVersionString());
        Assert.Contains("CPUExecutionProvider", environment.GetAvailableProviders());
    }
}
